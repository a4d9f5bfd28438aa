"""What a site is about: roles, pathways, skills, money and time, and the rules of the badges; no input or output."""
