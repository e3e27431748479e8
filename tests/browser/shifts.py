"""How much of a page moves while it loads, and how much may."""

from __future__ import annotations

MOST_SHIFT = {"search": 0.1}
"""The most that a kind of page may move while it loads; others 0.02."""

SHIFTS = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 200);
})"""
"""Run in a page: the sum of all shifts since it began to load."""
