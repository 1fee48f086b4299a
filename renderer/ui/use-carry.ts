import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';

/** Something that is being moved from one place to another, by keys or by the pointer. */
export interface Carried<Item, Place> {
  readonly item: Item;
  readonly from: Place;
  readonly at: Place;
}

export interface CarryRules<Item, Place> {
  /** Where a key moves it; undefined where the key says nothing here. */
  readonly step: (carried: Carried<Item, Place>, key: string) => Place | undefined;
  /** Where the pointer has it; undefined outside of every place. `dx` is how far it went, CSS pixels. */
  readonly placeAt: (
    carried: Carried<Item, Place>,
    pointer: { readonly x: number; readonly y: number; readonly dx: number },
  ) => Place | undefined;
  readonly drop: (carried: Carried<Item, Place>) => void;
  /** For those who do not see it: that it was picked up, where it is, and that it was left. */
  readonly say: (carried: Carried<Item, Place>, what: 'taken' | 'moved' | 'left') => string;
}

/** A pointer that moves less than this pressed a button, and drags nothing; CSS pixels. */
const DRAG_PX = 5;

/**
 * Moves things by keyboard (Space picks up, the rules say what keys do, Enter or Space puts down, Escape leaves) and
 * by dragging. A press that does not drag, and Enter while nothing is carried, stay what they are on a button.
 */
export function useCarry<Item, Place>(rules: CarryRules<Item, Place>) {
  const [carried, setCarried] = useState<Carried<Item, Place>>();
  const [said, setSaid] = useState('');
  const pressed = useRef<{ x: number; y: number; dragged: boolean } | undefined>(undefined);

  const begin = (item: Item, from: Place): Carried<Item, Place> => {
    const begun = { item, from, at: from };
    setCarried(begun);
    setSaid(rules.say(begun, 'taken'));
    return begun;
  };
  const moveTo = (current: Carried<Item, Place>, at: Place | undefined): void => {
    if (at === undefined) return;
    const moved = { ...current, at };
    setCarried(moved);
    setSaid(rules.say(moved, 'moved'));
  };
  const end = (current: Carried<Item, Place>, isDropped: boolean): void => {
    setCarried(undefined);
    if (isDropped) {
      setSaid('');
      rules.drop(current);
    } else setSaid(rules.say(current, 'left'));
  };

  const handlersOf = (item: Item, place: Place) => ({
    onKeyDown(event: KeyboardEvent) {
      const isSpace = event.key === ' ';
      if (!carried) {
        if (!isSpace || event.repeat) return;
        event.preventDefault();
        begin(item, place);
        return;
      }
      if (isSpace || event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) end(carried, event.key !== 'Escape');
        return;
      }
      const at = rules.step(carried, event.key);
      if (at === undefined) return;
      event.preventDefault();
      moveTo(carried, at);
    },
    // Space presses a button when it comes up again; here it has picked up already.
    onKeyUp(event: KeyboardEvent) {
      if (event.key === ' ') event.preventDefault();
    },
    onBlur() {
      if (carried) end(carried, false);
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      pressed.current = { x: event.clientX, y: event.clientY, dragged: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const start = pressed.current;
      if (!start) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.dragged && Math.hypot(dx, dy) < DRAG_PX) return;
      const current = start.dragged ? carried : begin(item, place);
      start.dragged = true;
      if (!current) return;
      const at = rules.placeAt(current, { x: event.clientX, y: event.clientY, dx });
      moveTo(current, at ?? current.from);
    },
    onPointerUp() {
      if (pressed.current?.dragged && carried) end(carried, true);
    },
    onPointerCancel() {
      if (pressed.current?.dragged && carried) end(carried, false);
      pressed.current = undefined;
    },
    onClickCapture(event: MouseEvent) {
      const wasDragged = pressed.current?.dragged ?? false;
      pressed.current = undefined;
      if (wasDragged) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  });
  return { carried, said, handlersOf };
}
