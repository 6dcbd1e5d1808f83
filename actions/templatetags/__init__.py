"""What pages of other floors show of this one."""
