import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says what went wrong, in place, with a way to try again. */
export function FailureNotice(props: {
  readonly text: string;
  readonly title?: string;
  readonly onRetry?: () => void;
  /** It answers what somebody just asked for, whose eyes may be elsewhere on the page. */
  readonly comesIntoView?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Alert
      ref={props.comesIntoView ? scrollTo : undefined}
      color="red"
      role="alert"
      icon={<IconAlertCircle size={18} />}
      title={props.title}
    >
      <Stack gap="xs" align="flex-start">
        {props.text}
        {props.onRetry && (
          <Button size="compact-sm" variant="default" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function scrollTo(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: 'center' });
}
