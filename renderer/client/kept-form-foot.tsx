import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { FailureNotice } from '../ui/failure-notice.tsx';
import { KeptLine } from './kept-line.tsx';
import type { KeptState } from './use-draft-keeper.ts';

/** The end of a form that is kept as a draft and takes something away: what failed, and the two ways out. */
export function KeptFormFoot(props: {
  readonly failure: string | undefined;
  readonly state: KeptState | undefined;
  readonly busy: boolean;
  /** What the button that does it says. */
  readonly submit: string;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {props.failure !== undefined && <FailureNotice text={props.failure} />}
      <KeptLine state={props.state} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="red.9" loading={props.busy}>
          {props.submit}
        </Button>
      </Group>
    </>
  );
}
