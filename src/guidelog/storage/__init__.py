"""The file: where the journal lies, how it is opened, upgraded and kept safe."""
