"""What can be typed by those who write conversations."""

from simulator.cli.parser import Commands, Parser, add_faces, seed


def add_trainer_commands(commands: Commands, shared: Parser) -> None:
    """Add the commands in the order in which an author comes to need them."""
    _add_new(commands, shared)
    _add_preview(commands, shared)
    _add_checks(commands, shared)
    _add_graph(commands, shared)
    _add_walk(commands, shared)
    _add_looks(commands, shared)


def _add_new(commands: Commands, shared: Parser) -> None:
    new = commands.add("new", shared, "begin a conversation of your own from one that works")
    new.add_argument("id", metavar="ID", help="its id, and its folder's name, such as late-delivery")
    new.add_argument("--title", metavar="TITLE", help="what people see in lists")
    new.add_argument("--purpose", choices=("practice", "assessment"), default="practice", help="what it is for")
    new.add_argument("--customer", metavar="NAME", help="who the rep talks with")


def _add_preview(commands: Commands, shared: Parser) -> None:
    preview = commands.add("preview", shared, "write beside the live conversation: it follows every save")
    preview.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the one to open; choose in there if left out")
    add_faces(preview)


def _add_checks(commands: Commands, shared: Parser) -> None:
    lint = commands.add("lint", shared, "check scenarios, rubrics and walks for mistakes")
    lint.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, or scenarios by id; the whole library if left out"
    )
    lint.add_argument("--format", choices=("text", "json", "github"), default="text", help="how problems are printed")
    lint.add_argument("--notes", action="store_true", help="also what is good to know: coverage, open attempts")
    explain = commands.add("explain", shared, "say what a problem means, with an example and its mending")
    explain.add_argument("code", nargs="?", metavar="CODE", help="such as SIM101; all of them if left out")
    explain.add_argument("--markdown", action="store_true", help="all of them as a page, as in docs/problems.md")
    paths = commands.add("paths", shared, "work out what can happen on all paths of a conversation")
    paths.add_argument("scenario", metavar="SCENARIO")
    paths.add_argument("--chooser", default="random", metavar="NAME", help="whose chances: random, longest, politest…")
    paths.add_argument("--json", action="store_true", help="for other programs")


def _add_graph(commands: Commands, shared: Parser) -> None:
    graph = commands.add("graph", shared, "draw a conversation: every turn, every choice and where it leads")
    graph.add_argument("scenario", metavar="SCENARIO")
    graph.add_argument("--format", choices=("text", "mermaid", "dot", "svg"), help="text unless FILE says another")
    graph.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending picks the format")
    graph.add_argument("--force", action="store_true", help="replace FILE if it is there")


def _add_walk(commands: Commands, shared: Parser) -> None:
    walk = commands.add("walk", shared, "follow named choices and see what they come to")
    walk.add_argument("scenario", metavar="SCENARIO")
    walk.add_argument("choices", nargs="*", metavar="CHOICE", help="choice ids, one after another")
    walk.add_argument("--json", action="store_true", help="for other programs")
    either = walk.add_mutually_exclusive_group()
    either.add_argument("--save", metavar="NAME", help="keep the path as a test, in walks/NAME.yaml")
    either.add_argument("--cover", action="store_true", help="keep a few paths that together make every choice")
    walk.add_argument("--about", metavar="TEXT", help="with --save: what the path is an example of")
    walk.add_argument("--force", action="store_true", help="with --save or --cover: replace what is there")


def _add_looks(commands: Commands, shared: Parser) -> None:
    blind = commands.add("blind", shared, "whether the best lines can be found without hearing the customer")
    blind.add_argument("scenario", metavar="SCENARIO")
    blind.add_argument("--seed", type=seed, default=1, metavar="N", help="fix the order in which it is asked")
    blind.add_argument("--heard", action="store_true", help="with the customer's words, to see what hearing them adds")
    blind.add_argument("--picks", nargs="+", metavar="LETTER", help="mark these answers, - for none")
    overview = commands.add("overview", shared, "describe every conversation: its situation, and what is proven of it")
    form = overview.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="as the tables in docs/library.md")
    form.add_argument("--json", action="store_true", help="for other programs")
    items = commands.add("items", shared, "what everybody's answers say about each moment and choice")
    items.add_argument("--json", action="store_true", help="for other programs")
    schema = commands.add("schema", shared, "print the JSON Schema that editors use")
    schema.add_argument("kind", metavar="KIND", help="scenario, rubric, readiness or walk")
