import { useTranslation } from 'react-i18next';

import type { DeskState } from '#shared/contract/desk.ts';

import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';

export function AboutPanel(props: { readonly desk: DeskState }) {
  const { desk } = props;
  const { t } = useTranslation('desk');
  return (
    <Panel title={t('about.title')}>
      <Facts
        rows={[
          [t('about.version'), desk.appVersion],
          [t('about.host'), t(`about.hosts.${desk.host}`)],
          [t('about.files'), desk.profiles.map(({ displayName }) => displayName).join(', ')],
          [t('about.licence'), 'EUPL-1.2'],
        ]}
      />
    </Panel>
  );
}
