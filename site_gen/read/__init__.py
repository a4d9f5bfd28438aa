"""Files to documents: the reading stages, which know nothing of careers."""
