/**
 * Makes the clock of this process wrong by the milliseconds of CHAOS_CLOCK_SHIFT, for everything in it.
 * Loaded before anything else, by `node --import`.
 */
const realNow = Date.now;
const now = (): number => realNow() + Number(process.env['CHAOS_CLOCK_SHIFT'] ?? 0);

globalThis.Date = new Proxy(Date, {
  construct: (target, given: readonly unknown[], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
