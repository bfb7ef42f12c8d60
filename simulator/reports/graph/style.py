"""How the drawing looks, in light and dark: colours mean nothing that is not also said in words, numbers or shapes."""

from typing import Final

LINES: Final = 7
"""Colours of lines: all lines to one place have one."""

_LIGHT: Final = """
.page{fill:#fbfaf7}.box{fill:#ffffff;stroke:#8b8f98}.head{fill:#eceef2}
.name,.row{fill:#1d2129}.small,.words{fill:#4d535e}.rule{stroke:#e1e3e8}
.routes .box{fill:#f3f1ea}.routes .head{fill:#e6e2d4}
.tag{fill:#e4eaf6;stroke:#b5c2dd}.tagged{fill:#27406e}
.won .box{fill:#e9f7ec;stroke:#1b6e35}.won .head,.won .tag{fill:#c9eacf;stroke:#1b6e35}
.saved .box{fill:#eaf2fd;stroke:#1d5299}.saved .head,.saved .tag{fill:#cfe1f9;stroke:#1d5299}
.stalled .box{fill:#fdf5e0;stroke:#7d5700}.stalled .head,.stalled .tag{fill:#f8e4b0;stroke:#7d5700}
.lost .box{fill:#fdecea;stroke:#a02b1d}.lost .head,.lost .tag{fill:#f8cfc9;stroke:#a02b1d}
.l3{fill:#1b6e35}.l2{fill:#3b7f4e}.l1{fill:#9a6206}.l0{fill:#b3281d}.level{fill:#ffffff}.critical{fill:#b3281d}
.t0{stroke:#3d6fb6}.t1{stroke:#b0622c}.t2{stroke:#3f8f6b}.t3{stroke:#8a5aa8}.t4{stroke:#a8843a}.t5{stroke:#b5527c}
.t6{stroke:#5b7a8c}
.h0{fill:#3d6fb6}.h1{fill:#b0622c}.h2{fill:#3f8f6b}.h3{fill:#8a5aa8}.h4{fill:#a8843a}.h5{fill:#b5527c}.h6{fill:#5b7a8c}
"""
_DARK: Final = """
.page{fill:#15171c}.box{fill:#1f232b;stroke:#767d8a}.head{fill:#2b313c}
.name,.row{fill:#eceff4}.small,.words{fill:#b3bac7}.rule{stroke:#353c48}
.routes .box{fill:#25241f}.routes .head{fill:#35332a}
.tag{fill:#273450;stroke:#4a5f8c}.tagged{fill:#cbd9f5}
.won .box{fill:#16281b;stroke:#62bd7c}.won .head,.won .tag{fill:#1f4029;stroke:#62bd7c}
.saved .box{fill:#15243a;stroke:#72a9ee}.saved .head,.saved .tag{fill:#1d3a60;stroke:#72a9ee}
.stalled .box{fill:#2e2611;stroke:#d9a937}.stalled .head,.stalled .tag{fill:#4a3b14;stroke:#d9a937}
.lost .box{fill:#331a17;stroke:#ee8478}.lost .head,.lost .tag{fill:#552822;stroke:#ee8478}
.l3{fill:#237a40}.l2{fill:#4a7a58}.l1{fill:#8f6110}.l0{fill:#b83a2e}.level{fill:#ffffff}.critical{fill:#f08a7e}
.t0{stroke:#7ba6e6}.t1{stroke:#dd9262}.t2{stroke:#6fc29c}.t3{stroke:#bb90d6}.t4{stroke:#d0b068}.t5{stroke:#df86ab}
.t6{stroke:#93b1c2}
.h0{fill:#7ba6e6}.h1{fill:#dd9262}.h2{fill:#6fc29c}.h3{fill:#bb90d6}.h4{fill:#d0b068}.h5{fill:#df86ab}.h6{fill:#93b1c2}
"""

STYLE: Final = f"""
text{{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif}}
.title{{font-size:26px;font-weight:700}}.about{{font-size:13px}}
.name{{font-size:14px;font-weight:600}}.words{{font-size:11.5px;font-style:italic}}.row{{font-size:12px}}
.small{{font-size:10.5px}}.tagged{{font-size:10.5px;font-weight:600}}
.level{{font-size:10.5px;font-weight:700;text-anchor:middle}}.critical{{font-size:13px;font-weight:700;text-anchor:middle}}
.box{{stroke-width:1.2}}.tag{{stroke-width:.8}}.rule{{stroke-width:1}}
.unreached .box{{stroke-dasharray:5 4}}
.line{{fill:none;stroke-width:1.7;stroke-opacity:.85}}.back{{stroke-dasharray:7 4}}
{_LIGHT}@media screen and (prefers-color-scheme:dark){{{_DARK}}}
"""
"""Holds no sign that XML reads, so it passes the same door as every text."""
