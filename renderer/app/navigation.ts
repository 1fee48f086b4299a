import {
  IconDeviceDesktop,
  IconHeartHandshake,
  IconMap2,
  IconMapPins,
  IconMessages,
  IconSunHigh,
} from '@tabler/icons-react';

/** The pages of the main menu, in order. `key` is the second stroke of the shortcut `g` + key. */
export const DESTINATIONS = [
  { to: '/', text: 'today', key: 't', icon: IconSunHigh },
  { to: '/contacts', text: 'contacts', key: 'c', icon: IconMessages },
  { to: '/promises', text: 'promises', key: 'p', icon: IconHeartHandshake },
  { to: '/map', text: 'map', key: 'm', icon: IconMap2 },
  { to: '/territory', text: 'territory', key: 'r', icon: IconMapPins },
  { to: '/desk', text: 'desk', key: 'd', icon: IconDeviceDesktop },
] as const;
