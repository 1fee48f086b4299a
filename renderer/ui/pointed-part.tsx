import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

import classes from './pointed-part.module.css';

/**
 * A part of a page that an address can lead to: where it ends with this name, the part has the keyboard and is in
 * view. Links to it say `hashScrollIntoView={false}`, for the focus brings it.
 */
export function PointedPart(props: { readonly name: string; readonly children: ReactNode }) {
  const { name } = props;
  const { hash } = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash === name) frame.current?.focus();
  }, [hash, name]);
  return (
    <div ref={frame} tabIndex={-1} className={classes.part}>
      {props.children}
    </div>
  );
}
