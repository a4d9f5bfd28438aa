"""Outside links: which addresses to ask, asking them politely, and what to say of those that can't be reached.

`wanted` and `dead` are pure; `ask` and what it uses talk to the network and keep a file of answers.
"""
