import { useEffect, useRef, useState } from 'react';

type Receive = (files: readonly File[]) => void;

/** Whoever was shown last receives: a form over a page before the page under it. */
const receivers: Receive[] = [];

/**
 * Receives files that are dropped or pasted anywhere in the window, instead of the browser opening them.
 *
 * @returns whether files are being dragged over the window.
 */
export function useDroppedFiles(receive: Receive | undefined): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(receive);
  const receives = receive !== undefined;
  useEffect(() => {
    latest.current = receive;
  });
  useEffect(() => {
    if (!receives) return undefined;
    const mine: Receive = (files) => latest.current?.(files);
    receivers.push(mine);
    const isMine = (): boolean => receivers.at(-1) === mine;
    const take = (event: Event, data: DataTransfer | null): void => {
      const files = [...(data?.files ?? [])];
      if (files.length === 0 || !isMine()) return;
      event.preventDefault();
      mine(files);
    };
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true || !isMine()) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Nothing is entered when the pointer leaves the window.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      take(event, event.dataTransfer);
    };
    const onPaste = (event: ClipboardEvent): void => {
      take(event, event.clipboardData);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      receivers.splice(receivers.indexOf(mine), 1);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [receives]);
  return isOver;
}
