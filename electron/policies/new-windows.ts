import type { WebContents, WindowOpenHandlerResponse } from 'electron';

import { mayOpenExternally } from './external-links.ts';

export interface WindowRequest {
  readonly window: WindowOpenHandlerResponse;
  /** Hand the address to the officer's own browser. */
  readonly openExternally: boolean;
}

/** A page never opens a window: the menu does. An allowed link goes to the officer's own browser. */
export function answerWindowRequest(
  address: string,
  mayLeave: (address: string) => boolean = mayOpenExternally,
): WindowRequest {
  return { window: { action: 'deny' }, openExternally: mayLeave(address) };
}

export function refuseNewWindows(
  contents: WebContents,
  openExternally: (address: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    const answer = answerWindowRequest(url);
    if (answer.openExternally) openExternally(url);
    return answer.window;
  });
}
