"""The small map: country outlines around the places of a story, as inline SVG without script."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

from markupsafe import Markup, escape

from variorum.dossier.display import shortened

WIDTH, HEIGHT = 480.0, 340.0
LEAST_SPAN = 7.0  # degrees of latitude that a map shows at least: a city in its region
MARGIN = 0.22  # of the extent, on each side
LEAST_STEP = 1.0  # units of the picture between two points of an outline
LETTER, LINE = 9.3, 15.0  # width of a letter and height of a label, in units of the picture
Point = tuple[float, float]


class Place(NamedTuple):
    """A point with its label and the anchor it leads to."""

    name: str
    coordinates: Point
    anchor: str


class Country(NamedTuple):
    """A country's outline rings in degrees."""

    name: str
    rings: tuple[tuple[Point, ...], ...]


class Window(NamedTuple):
    """What the map shows: degrees, longitudes not wrapped."""

    west: float
    south: float
    east: float
    north: float

    def project(self, point: Point) -> Point:
        """Where a point of the earth stands in the picture (equirectangular, true at the middle latitude)."""
        x = (point[0] - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - point[1]) / (self.north - self.south) * HEIGHT
        return round(x, 1), round(y, 1)


class Box(NamedTuple):
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def map_svg(places: Sequence[Place], title: str) -> Markup:
    """The map of `places`, the most important first; empty for none. A label that would overlap is left out."""
    if not places:
        return Markup("")
    unwrapped = unwrap(places)
    window = window_around([p.coordinates for p in unwrapped])
    land = "".join(f'<path class="land" d="{path}"/>' for path in land_paths(window))
    points = [(p, window.project(p.coordinates)) for p in unwrapped]
    taken = [Box(x - 5, y - 5, x + 5, y + 5) for _, (x, y) in points]
    marks = "".join(mark(place, at, label_at(shortened(place.name, 26), at, taken)) for place, at in points)
    countries = "".join(country_labels(window, taken, {p.name for p in places}))
    named = ", ".join(dict.fromkeys(shortened(p.name, 40) for p in places))
    return Markup(
        f'<svg class="map" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{escape(f"{title}: {named}")}">'
        f'<rect class="sea" width="{WIDTH:g}" height="{HEIGHT:g}"/>{land}{countries}{marks}</svg>'
    )


def unwrap(places: Sequence[Place]) -> list[Place]:
    """Longitudes moved by whole turns so that places on both sides of the 180th meridian stand together."""
    longitudes = sorted(p.coordinates[0] for p in places)
    gaps = [(b - a, b) for a, b in pairwise(longitudes)]
    widest, after = max(gaps, default=(0.0, 0.0))
    if widest <= 360 - (longitudes[-1] - longitudes[0]):
        return list(places)
    return [
        p._replace(coordinates=(p.coordinates[0] + (360 if p.coordinates[0] < after else 0), p.coordinates[1]))
        for p in places
    ]


def window_around(points: Sequence[Point]) -> Window:
    """The extent of the points with a margin, in the picture's proportions."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    squeeze = max(cos(radians(max(-75.0, min(75.0, middle_y)))), 0.25)  # a degree of longitude against one of latitude
    tall = max((max(ys) - min(ys)) * (1 + 2 * MARGIN), LEAST_SPAN)
    wide = max((max(xs) - min(xs)) * (1 + 2 * MARGIN) * squeeze, tall * WIDTH / HEIGHT)
    tall = max(tall, wide * HEIGHT / WIDTH)
    half_x, half_y = wide / squeeze / 2, tall / 2
    return Window(middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)


def land_paths(window: Window) -> Iterator[str]:
    """The outlines within the window as path data."""
    for country in outlines():
        path = "".join(ring_path(ring, window) for ring in shifted(country.rings, window))
        if path:
            yield path


def shifted(rings: Sequence[tuple[Point, ...]], window: Window) -> Iterator[list[Point]]:
    """Rings that reach into the window, clipped to it; each also a turn to the east and to the west."""
    for ring in rings:
        xs = [x for x, _ in ring]
        low, high = min(y for _, y in ring), max(y for _, y in ring)
        if high < window.south or low > window.north:
            continue
        for turn in (-360, 0, 360):
            if max(xs) + turn >= window.west and min(xs) + turn <= window.east:
                clipped = clip([(x + turn, y) for x, y in ring], window)
                if len(clipped) > 2:
                    yield clipped


def clip(ring: list[Point], window: Window) -> list[Point]:
    """A ring cut to the window, a little beyond its edges (Sutherland and Hodgman 1974)."""
    beyond = (window.north - window.south) * 0.02
    edges = (
        (0, window.west - beyond, 1),
        (0, window.east + beyond, -1),
        (1, window.south - beyond, 1),
        (1, window.north + beyond, -1),
    )
    for axis, limit, sign in edges:
        kept: list[Point] = []
        for n, point in enumerate(ring):
            before = ring[n - 1]
            inside, was = (point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
            if inside != was:
                part = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
            if inside:
                kept.append(point)
        ring = kept
    return ring


def ring_path(ring: Sequence[Point], window: Window) -> str:
    """A ring as SVG path data, without points that the eye would not tell from the one before."""
    spots: list[Point] = []
    for x, y in (window.project(p) for p in ring):
        if not spots or abs(x - spots[-1][0]) + abs(y - spots[-1][1]) >= LEAST_STEP:
            spots.append((x, y))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in spots) + "Z" if len(spots) > 2 else ""


def label_at(name: str, at: Point, taken: list[Box]) -> tuple[str, Point, str] | None:
    """Where the label of a point fits: its text, its foot, its anchor; the room is then taken. None: nowhere."""
    x, y = at
    width = len(name) * LETTER
    for foot, anchor in (
        ((x + 9, y + 5), "start"),
        ((x - 9, y + 5), "end"),
        ((x, y - 10), "middle"),
        ((x, y + 21), "middle"),
        ((x + 7, y - 8), "start"),
        ((x - 7, y - 8), "end"),
        ((x + 7, y + 19), "start"),
        ((x - 7, y + 19), "end"),
    ):
        left = foot[0] - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = Box(left, foot[1] - LINE + 3, left + width, foot[1] + 4)
        inside = box.left >= 2 and box.right <= WIDTH - 2 and box.top >= 2 and box.bottom <= HEIGHT - 2
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            return name, foot, anchor
    return None


def mark(place: Place, at: Point, label: tuple[str, Point, str] | None) -> str:
    """A point, its label where there is room, both leading to the place's entry."""
    words = ""
    if label:
        name, (x, y), anchor = label
        words = f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(name)}</text>'
    return (
        f'<a href="#{escape(place.anchor)}"><title>{escape(shortened(place.name, 60))}</title>'
        f'<circle cx="{at[0]:g}" cy="{at[1]:g}" r="4.5"/>{words}</a>'
    )


def country_labels(window: Window, taken: list[Box], known: set[str]) -> Iterator[str]:
    """Names of countries that show enough of themselves, where there is room."""
    for country in outlines():
        if country.name in known:
            continue
        clipped = max(shifted(country.rings, window), key=len, default=None)
        if clipped is None:
            continue
        spots = [window.project(p) for p in clipped]
        xs, ys = [p[0] for p in spots], [p[1] for p in spots]
        left, top, wide, tall = max(min(xs), 0), max(min(ys), 0), min(max(xs), WIDTH), min(max(ys), HEIGHT)
        width = len(country.name) * LETTER
        for part_x, part_y in ((0.5, 0.5), (0.5, 0.25), (0.5, 0.75), (0.3, 0.3), (0.7, 0.3), (0.3, 0.75), (0.7, 0.75)):
            x, y = round(left + part_x * (wide - left), 1), round(top + part_y * (tall - top), 1)
            box = Box(x - width / 2, y - LINE, x + width / 2, y + 5)
            inside = all(within(p, spots) for p in ((x, y), (box.left, y), (box.right, y)))
            fits = box.left > 2 and box.right < WIDTH - 2 and box.top > 2 and box.bottom < HEIGHT - 2
            if inside and fits and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield f'<text class="country" x="{x:g}" y="{y:g}" text-anchor="middle">{escape(country.name)}</text>'
                break


def within(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies in a ring (even-odd rule)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


@lru_cache(maxsize=1)
def outlines() -> tuple[Country, ...]:
    """The countries of `outlines.json` (made by training/make_outlines.py)."""
    data = json.loads((files("variorum.dossier") / "outlines.json").read_text(encoding="utf-8"))
    lines = [decode(line, data["scale"]) for line in data["arcs"]]
    return tuple(Country(c["name"], tuple(ring_of(ring, lines) for ring in c["rings"])) for c in data["countries"])


def ring_of(numbers: Sequence[int], lines: Sequence[list[Point]]) -> tuple[Point, ...]:
    """A ring from its lines; a negative number is a line turned round.

    Longitudes run on across the 180th meridian; a ring around the pole (Antarctica) is closed along it.
    """
    ring: list[Point] = []
    for x, y in (p for n in numbers for p in (lines[n] if n >= 0 else lines[~n][::-1])[1:]):
        turn = round((ring[-1][0] - x) / 360) * 360 if ring else 0
        ring.append((x + turn, y))
    if abs(ring[-1][0] - ring[0][0]) > 180:
        ring += [(ring[-1][0], -90.0), (ring[0][0], -90.0)]
    return tuple(ring)


def decode(line: str, scale: int) -> list[Point]:
    """The points of an encoded polyline."""
    numbers: list[int] = []
    value = shift = 0
    for letter in line:
        chunk = ord(letter) - 63
        value |= (chunk & 0x1F) << shift
        shift += 5
        if chunk < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, x, y = [], 0, 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return points
