import type { RouteTools } from './route-tools.ts';

export function deskRoutes({ os, session, preferences, hub }: RouteTools) {
  return {
    state: os.desk.state.handler(() => session.state()),
    createProfile: os.desk.createProfile.handler(({ input }) => session.createProfile(input)),
    unlock: os.desk.unlock.handler(({ input }) => session.unlock(input)),
    lock: os.desk.lock.handler(() => session.lock()),
    changePassphrase: os.desk.changePassphrase.handler(async ({ input }) => {
      await session.changePassphrase(input);
      return {};
    }),
    activity: os.desk.activity.handler(() => {
      session.touch();
      return {};
    }),
    setIdleLock: os.desk.setIdleLock.handler(({ input }) => session.setIdleLock(input.minutes)),
    preferences: os.desk.preferences.handler(() => preferences.read()),
    setPreferences: os.desk.setPreferences.handler(async ({ input }) => {
      const written = await preferences.write(input);
      hub.announce(['preferences']);
      return written;
    }),
    changes: os.desk.changes.handler(({ signal }) => hub.watch(signal)),
  };
}
