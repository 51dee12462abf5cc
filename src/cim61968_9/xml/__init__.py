"""The codec: from XML to typed objects and back. The verbs are at the top of the package."""
