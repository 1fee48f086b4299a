import { useMemo } from 'react';

import { highlight } from '#shared/domain/search/highlight.ts';
import { readQuery } from '#shared/domain/search/search-query.ts';

import classes from './search.module.css';

/** A text with what was looked for marked in it. */
export function Marked(props: { readonly text: string; readonly typed: string }) {
  const { text, typed } = props;
  const pieces = useMemo(() => highlight(text, readQuery(typed)), [text, typed]);
  return pieces.map((piece, index) =>
    piece.marked ? (
      <mark key={index} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
