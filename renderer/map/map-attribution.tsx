import { Text, UnstyledButton } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';

import classes from './town-map.module.css';

/**
 * Whose data the map shows, on one line in its corner. What does not fit is cut off, and then the line
 * is a button that shows all of it and folds it away again.
 */
export function MapAttribution(props: { readonly text: string }) {
  const { text } = props;
  const line = useRef<HTMLSpanElement>(null);
  const [cut, setCut] = useState(false);
  const [open, setOpen] = useState(false);
  // Before the next layout: an observer of a line that is gone would take it for one that fits.
  useLayoutEffect(() => {
    const element = line.current;
    if (!element || open) return undefined;
    const measure = (): void => {
      setCut(element.scrollWidth > element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [text, open, cut]);
  const content = (
    <span ref={line} className={classes.attributionText}>
      {text}
    </span>
  );
  return (
    <Text component="div" className={classes.attribution} size="xs" data-open={open || undefined}>
      {cut ? (
        <UnstyledButton
          className={classes.attributionButton}
          aria-expanded={open}
          title={text}
          onClick={() => setOpen(!open)}
        >
          {content}
        </UnstyledButton>
      ) : (
        content
      )}
    </Text>
  );
}
