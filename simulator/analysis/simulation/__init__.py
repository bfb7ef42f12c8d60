"""Reps with a known true skill, sent through the library as it is: how often the rule is right about them.

The simulated world is deliberately not the rule's own model. The rule takes a conversation's moments to be
beta-binomial; here each answer comes from a skill on the logit scale, to which is added how this rep gets on with this
customer, how hard the customer is, and how hard the moment is; and what is said is the nearest that is on offer.
"""
