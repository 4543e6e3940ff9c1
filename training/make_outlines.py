"""Make `src/variorum/dossier/outlines.json`: country outlines for the small map of the page.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/make_outlines.py package/countries-50m.json

Source: Natural Earth 1:50m admin-0 countries (public domain) as TopoJSON in world-atlas 2.0.2 (ISC). Arcs are thinned
by Douglas and Peucker (1973), put on a grid of 1/SCALE degree and written as Google's encoded polylines; islands
smaller than LEAST square degrees are left out where the country has a larger part. Shared borders stay shared: no gaps open.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SCALE = 50  # grid lines a degree
TOLERANCE = 0.03  # degrees that a thinned line may stray
LEAST = 0.02
TARGET = Path(__file__).resolve().parent.parent / "src/variorum/dossier/outlines.json"
Point = tuple[float, float]


def main(source: str) -> None:
    """Convert the TopoJSON file `source`."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [decode(arc, topology["transform"]) for arc in topology["arcs"]]
    used: dict[int, int] = {}
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon[:1]]
        rings.sort(key=lambda ring: -area(join(ring, arcs)))
        kept = [ring for n, ring in enumerate(rings) if n == 0 or area(join(ring, arcs)) > LEAST]
        numbered = [[renumber(arc, used) for arc in ring] for ring in kept]
        countries.append({"name": geometry["properties"]["name"], "rings": numbered})
    countries.sort(key=lambda c: str(c["name"]))
    lines = [encode(grid(thin(arcs[arc]))) for arc in used]
    result = {
        "source": "Natural Earth 1:50m countries (public domain), from world-atlas 2.0.2 (ISC), thinned",
        "scale": SCALE,
        "arcs": lines,
        "countries": countries,
    }
    TARGET.write_text(json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(lines)} lines")


def decode(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """The points of a quantised TopoJSON arc."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring; a negative index is an arc turned round."""
    points: list[Point] = []
    for index in ring:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += line[1:] if points else line
    return points


def area(points: list[Point]) -> float:
    """The area that a ring encloses, in square degrees."""
    ends = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends)) / 2


def renumber(arc: int, used: dict[int, int]) -> int:
    """The index of `arc` among the lines that are kept, its direction kept too."""
    number = used.setdefault(arc if arc >= 0 else ~arc, len(used))
    return number if arc >= 0 else ~number


def thin(points: list[Point]) -> list[Point]:
    """Douglas and Peucker: as few points as keep the line within TOLERANCE; a closed line keeps a third point."""
    if len(points) < 3:
        return points
    if points[0] == points[-1]:
        middle = max(range(len(points)), key=lambda n: distance(points[n], points[0], points[0]))
        return between(points[: middle + 1])[:-1] + between(points[middle:])
    return between(points)


def between(points: list[Point]) -> list[Point]:
    """An open line thinned."""
    if len(points) < 3:
        return points
    far = max(range(1, len(points) - 1), key=lambda n: distance(points[n], points[0], points[-1]))
    if distance(points[far], points[0], points[-1]) <= TOLERANCE:
        return [points[0], points[-1]]
    return between(points[: far + 1])[:-1] + between(points[far:])


def distance(point: Point, start: Point, end: Point) -> float:
    """How far `point` lies from the segment."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def grid(points: list[Point]) -> list[tuple[int, int]]:
    """Points on the grid, repeated ones dropped (the ends stay)."""
    snapped = [(round(x * SCALE), round(y * SCALE)) for x, y in points]
    return [p for n, p in enumerate(snapped) if n in {0, len(snapped) - 1} or p != snapped[n - 1]]


def encode(points: list[tuple[int, int]]) -> str:
    """Google's encoded polyline of integer points."""
    out: list[str] = []
    last = (0, 0)
    for point in points:
        for now, before in zip(point, last, strict=True):
            value = (now - before) << 1
            value = ~value if now < before else value
            while value >= 0x20:
                out.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            out.append(chr(value + 63))
        last = point
    return "".join(out)


if __name__ == "__main__":
    main(sys.argv[1])
