"""What doctor looks at: one module a check, each gathers its facts and judges them."""
