import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

/** Unfolds a part of a panel and folds it again; it stands at the panel's heading. */
export function FoldButton(props: {
  readonly isOpen: boolean;
  /** The id of what it unfolds. */
  readonly controls: string;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ReactNode;
}) {
  const { isOpen } = props;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-expanded={isOpen}
      aria-controls={props.controls}
      onClick={() => {
        props.onToggle(!isOpen);
      }}
    >
      {props.children}
    </Button>
  );
}
