"""The composition root: the only room that picks a connector and puts the stages one behind the other."""
