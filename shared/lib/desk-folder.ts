/** What a desk has made before; any one of them marks a folder as a desk's. */
const MARKS = new Set(['officers', 'desk.lock', 'desk.json']);
/** What a host puts there before the desk itself is opened. */
const OF_A_HOST = /^(log|electron|loopback\.lock(\..+)?)$/;

/** Whether a folder that holds these names is somebody's own, and not a desk or a place for one. */
export function isForeignFolder(names: readonly string[]): boolean {
  if (names.some((name) => MARKS.has(name))) return false;
  return !names.every((name) => OF_A_HOST.test(name));
}
