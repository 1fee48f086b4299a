import { expect, type Page } from '@playwright/test';

/**
 * Fails when the page scrolls sideways, when text is cut off without saying so, or when controls lie
 * over each other; with what and where.
 */
export async function expectGoodLayout(page: Page): Promise<void> {
  expect.soft(await page.evaluate(findLayoutFaults), 'layout').toEqual([]);
}

/** Fails when a notice lies over anything of the frame: menu, page, status bar. There has to be one. */
export async function expectNoticesAside(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Notification-root').first()).toBeVisible();
  // It is under way while it appears.
  await expect.poll(() => page.evaluate(findCovered), 'covered by a notice').toEqual([]);
}

/** Runs in the page. */
function findCovered(): string[] {
  const notices = [...document.querySelectorAll('.mantine-Notification-root')];
  const parts = [...document.querySelectorAll('header, nav, main, footer')];
  return notices.flatMap((notice) => {
    const over = notice.getBoundingClientRect();
    return parts
      .filter((part) => {
        const under = part.getBoundingClientRect();
        return (
          Math.min(over.right, under.right) - Math.max(over.left, under.left) > 1 &&
          Math.min(over.bottom, under.bottom) - Math.max(over.top, under.top) > 1
        );
      })
      .map((part) => part.tagName);
  });
}

/** Runs in the page. */
function findLayoutFaults(): string[] {
  /** Below this a difference is rounding. */
  const SLACK_PX = 1.5;
  const faults: string[] = [];
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the document is ${root.scrollWidth} wide in ${root.clientWidth}`);
  }
  const name = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim();
    return `${element.tagName.toLowerCase()} "${text.slice(0, 50)}"`;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"]') === null &&
    element.getBoundingClientRect().width > 2;
  const ownText = (element: Element): boolean =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );

  for (const element of document.body.querySelectorAll('*')) {
    if (!(element instanceof HTMLElement) || !isShown(element)) continue;
    const style = getComputedStyle(element);
    if (element.matches('input, select, textarea')) continue;
    if (style.textOverflow === 'ellipsis' || !ownText(element)) continue;
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    if (hides && element.scrollWidth > element.clientWidth + SLACK_PX) {
      faults.push(`cut off: ${name(element)}`);
      continue;
    }
    // Text that reaches out of an ancestor that hides what reaches out.
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      const outer = getComputedStyle(box);
      if (outer.overflowX === 'auto' || outer.overflowX === 'scroll') break;
      if (outer.overflowX !== 'hidden' && outer.overflowX !== 'clip') continue;
      if (outer.textOverflow === 'ellipsis' || outer.position === 'absolute') break;
      const frame = box.getBoundingClientRect();
      if (text.right > frame.right + SLACK_PX || text.left < frame.left - SLACK_PX) {
        faults.push(`cut off by what is around it: ${name(element)}`);
      }
      break;
    }
  }

  /** A menu or dialog lies over the page on purpose, and so does a notice until it goes by itself. */
  const layerOf = (element: Element) =>
    element.closest('[role="menu"], [role="dialog"], .mantine-Notifications-root');
  /** Only what a pointer would reach: what lies under a dialog overlaps nothing. */
  const controls = [...document.querySelectorAll('button, a[href], label, [role="tab"]')].filter(
    (element) => {
      if (!isShown(element)) return false;
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    },
  );
  /** What of it is to be seen: a row that is scrolled out by half lies under nothing with that half. */
  const shownPart = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue;
      const frame = box.getBoundingClientRect();
      left = Math.max(left, frame.left);
      top = Math.max(top, frame.top);
      right = Math.min(right, frame.right);
      bottom = Math.min(bottom, frame.bottom);
    }
    return { left, top, right, bottom };
  };
  const parts = controls.map((control) => ({ control, ...shownPart(control) }));
  parts.forEach((first, index) => {
    for (const second of parts.slice(index + 1)) {
      const width = Math.min(first.right, second.right) - Math.max(first.left, second.left);
      const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
      if (width <= SLACK_PX || height <= SLACK_PX) continue;
      const [one, other] = [first.control, second.control];
      if (one.contains(other) || other.contains(one) || layerOf(one) !== layerOf(other)) continue;
      faults.push(`${name(one)} and ${name(other)} overlap`);
    }
  });
  return faults;
}
