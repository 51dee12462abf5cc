"""What Hypothesis and pytest load by themselves when cim61968-9 is installed.

These modules stand beside the library and not in it, since all tests of all projects load them: they import nothing of
it before a test asks for it. PYTEST_DONT_REWRITE, since they may be loaded before pytest is.
"""
