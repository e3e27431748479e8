"""Pictures as SVG, drawn at build time, every node a link."""
