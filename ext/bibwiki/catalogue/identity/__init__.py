"""Who is who: from names as written to people, each resolution with its rule."""
