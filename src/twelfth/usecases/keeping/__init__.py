"""What is kept of a goal, and the verbs that add to it. Nothing here is ever lost: what changes leaves its trace."""
