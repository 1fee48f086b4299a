export { RecoveryProvider } from './recovery-banner.tsx';
export { TodayPage } from './today-page.tsx';
