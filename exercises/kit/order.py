"""Order exercises: items to be put into order, all of them or as far as one must precede another."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from exercises.kit.base import Language
from exercises.kit.choice import LETTERS
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise, Misconception, Sealed
from exercises.kit.seeds import Seeds

MOST_ITEMS = 14
"""More than anyone wants to sort; and credit is searched among all subsets."""

DRAWS = 1000

Pairs = frozenset[tuple[str, str]]


class SealedOrder(Sealed):
    """The items of this variant as they are shown, the first as a, the second as b, ..."""

    shown: tuple[str, ...]

    def letter(self, item: str) -> str:
        return LETTERS[self.shown.index(item)]


class Order(Exercise):
    """Items, in the order that is right.

    Parameters
    ----------
    items : str
        Names in a right order, separated by spaces; their texts stand in the statements under `## items`.
    after : dict of str to str, optional
        Where several orders are right: by item, those that must stand before it. What follows from these
        need not be said. None: the order of `items` is the only one.
    draws : int, optional
        How many of the items a variant shows; None: all.
    points : float
    """

    kind = "order"

    def __init__(
        self,
        *,
        items: str,
        points: float,
        syllabus: str,
        difficulty: int,
        after: Mapping[str, str] | None = None,
        draws: int | None = None,
    ) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self.items = tuple(items.split())
        self._points = float(points)
        self.draws = len(self.items) if draws is None else draws
        if len(set(self.items)) != len(self.items):
            raise DeclarationError("name each item once")
        if not 3 <= self.draws <= min(len(self.items), MOST_ITEMS):
            raise DeclarationError(f"a variant shows 3 to {MOST_ITEMS} of the items, not {self.draws}")
        self.precedes = self._closure(after)

    @property
    def points(self) -> dict[str, float]:
        return {"order": self._points}

    def misconception(self, **sequences: str) -> None:
        """Declare items in an order in which they are known to be mistaken: `name="later earlier"`."""
        for name, sequence in sequences.items():
            items = sequence.split()
            unknown = [item for item in items if item not in self.items]
            if unknown or not any((later, earlier) in self.precedes for earlier, later in pairwise(items)):
                raise DeclarationError(f"misconception {name!r}: {sequence!r} puts no item before its time")
            self._add_misconception(Misconception(name=name, of=None, replaces={"order": tuple(items)}))

    def wrong_sequence(self, misconception: str) -> tuple[str, ...]:
        """The items of a misconception, in its order."""
        sequence: tuple[str, ...] = self.misconceptions[misconception].replaces["order"]
        return sequence

    def right_order(self, sealed: SealedOrder) -> tuple[str, ...]:
        """A right order of the variant's items."""
        return tuple(item for item in self.items if item in sealed.shown)

    def seal(self, seeds: Seeds) -> SealedOrder:
        drawn = np.random.default_rng(seeds.parameters).permutation(len(self.items))[: self.draws]
        right = [self.items[index] for index in sorted(drawn)]
        rng = np.random.default_rng(seeds.options)
        for _ in range(DRAWS):
            shown = tuple(right[index] for index in rng.permutation(len(right)))
            # an order that earns something as it stands would be an answer to copy
            if not self.share(shown):
                return SealedOrder(exercise_id=self.id, seeds=seeds, shown=shown)
        raise DrawingError(
            f"{self.id}: {DRAWS} random orders all earn points; name more that must stand before others"
        )

    def share(self, answer: tuple[str, ...]) -> float:
        """Credit of an order, 0 to 1: max(0, 2 k / n - 1).

        k of its n items stand in right order among each other: the longest common subsequence with the
        right order or, where several orders are right, the largest set of items in which none stands
        before one that must precede it.
        """
        return max(0.0, 2 * self._in_order(answer) / len(answer) - 1)

    def first_wrong(self, answer: tuple[str, ...]) -> int | None:
        """Index of the first item that stands before one that must precede it; None where all is right."""
        for index, item in enumerate(answer):
            if any((later, item) in self.precedes for later in answer[index + 1 :]):
                return index
        return None

    def view_of(self, sealed: SealedOrder, language: Language) -> dict[str, Any]:
        texts = self.statements[language].items
        return {"items": [(sealed.letter(name), texts[name]) for name in sealed.shown]}

    def _in_order(self, answer: tuple[str, ...]) -> int:
        """Size of the largest set of items without a pair in the wrong order."""
        places = range(len(answer))
        clashes = [sum(1 << k for k in places if self._clash(answer, index, k)) for index in places]

        def largest(left: int) -> int:
            if not left:
                return 0
            index = left.bit_length() - 1
            rest = left & ~(1 << index)
            if not clashes[index] & rest:
                return 1 + largest(rest)
            return max(1 + largest(rest & ~clashes[index]), largest(rest))

        return largest((1 << len(answer)) - 1)

    def _clash(self, answer: tuple[str, ...], one: int, other: int) -> bool:
        first, second = sorted((one, other))
        return (answer[second], answer[first]) in self.precedes

    def _closure(self, after: Mapping[str, str] | None) -> Pairs:
        """Every pair of which the first must stand before the second."""
        if after is None:
            return frozenset((a, b) for k, a in enumerate(self.items) for b in self.items[k + 1 :])
        before: dict[str, set[str]] = {item: set() for item in self.items}
        for item in self.items:  # in a right order, so what precedes is complete already
            for earlier in after.get(item, "").split():
                if earlier not in self.items[: self.items.index(item)]:
                    raise DeclarationError(
                        f"{earlier!r} precedes {item!r}, but does not stand before it in items"
                    )
                before[item] |= {earlier, *before[earlier]}
        unknown = after.keys() - set(self.items)
        if unknown:
            raise DeclarationError(f"after names {sorted(unknown)}, which are no items")
        return frozenset((earlier, item) for item, earliers in before.items() for earlier in earliers)
