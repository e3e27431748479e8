"""Files of the whole site: feeds, exports, the map, and what search loads."""
