import { useState } from 'react';

import type { KeptPromise } from '#shared/domain/promises/promise.ts';

import { ClosePromiseDialog } from './close-promise-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import classes from './promise-list.module.css';
import { PromiseRow } from './promise-row.tsx';

/** Promises with their date in words; open ones can be closed and handed over here. */
export function PromiseList(props: {
  readonly promises: readonly KeptPromise[];
  readonly label?: string;
}) {
  const [closing, setClosing] = useState<KeptPromise>();
  const [handing, setHanding] = useState<KeptPromise>();
  return (
    <>
      <ul className={classes.list} {...(props.label ? { 'aria-label': props.label } : {})}>
        {props.promises.map((promise) => (
          <PromiseRow
            key={promise.id}
            promise={promise}
            onClose={setClosing}
            onHandOver={setHanding}
          />
        ))}
      </ul>
      <ClosePromiseDialog
        promise={closing}
        onDone={() => {
          setClosing(undefined);
        }}
      />
      <HandOverDialog
        promise={handing}
        onDone={() => {
          setHanding(undefined);
        }}
      />
    </>
  );
}
