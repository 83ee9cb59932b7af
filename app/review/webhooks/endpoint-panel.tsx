import { getLocale, getTranslations } from "next-intl/server";
import { ChangeEndpoint } from "@/components/review/webhooks/change-endpoint";
import { RotateSecret } from "@/components/review/webhooks/rotate-secret";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { EndpointView } from "@/lib/usecases/webhooks/list-endpoints";
import { WEBHOOK_EVENTS } from "@/lib/webhooks/events";
import {
  changeEndpointAction,
  pauseEndpointAction,
  removeEndpointAction,
  resumeEndpointAction,
  rotateSecretAction,
  sendTestAction,
} from "./actions";
import { EndpointDeliveries } from "./endpoint-deliveries";

type State = "paused" | "failing" | "active";
const TONE: Readonly<Record<State, Tone>> = { paused: "ended", failing: "refused", active: "done" };
const stateOf = ({ paused, failsForLong }: EndpointView): State =>
  paused ? "paused" : failsForLong ? "failing" : "active";

/** One receiver: where, what for, how it goes, and what can be done about it. */
export async function EndpointPanel({ endpoint }: { endpoint: EndpointView }) {
  const { id: endpointId, url, description, events, paused, previousUntil, failsForLong } = endpoint;
  const t = await getTranslations("webhooks");
  const locale = toLocale(await getLocale());
  const state = stateOf(endpoint);
  const name = description === "" ? new URL(url).host : description;
  return (
    <Panel title={name} aria-label={name} actions={<Tag tone={TONE[state]}>{t(`states.${state}`)}</Tag>}>
      <div className="flex flex-col gap-4">
        {failsForLong && !paused && (
          <Notice tone="refused" title={t("failing")}>
            {endpoint.failingSince === null
              ? t("failingText")
              : t("failingSince", { at: formatDateTime(endpoint.failingSince, locale) })}
          </Notice>
        )}
        {paused && <Notice tone="ended">{t("pausedText")}</Notice>}
        <DescriptionList
          items={[
            { id: "url", label: t("url"), value: <Code copy={url}>{url}</Code> },
            {
              id: "events",
              label: t("events"),
              value: (
                <ul className="flex flex-wrap gap-x-3">
                  {events.map((event) => (
                    <li key={event}>{t(`event.${event}`)}</li>
                  ))}
                </ul>
              ),
            },
            ...(previousUntil === null
              ? []
              : [
                  {
                    id: "secret",
                    label: t("secret"),
                    value: t("previousUntil", { at: formatDateTime(previousUntil, locale) }),
                  },
                ]),
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <ActButton
            action={sendTestAction}
            input={{ endpointId }}
            label={t("test")}
            aria-label={t("testOf", { name })}
            done={t("tested")}
          />
          <ActButton
            action={paused ? resumeEndpointAction : pauseEndpointAction}
            input={{ endpointId }}
            label={paused ? t("resume") : t("pause")}
            aria-label={paused ? t("resumeOf", { name }) : t("pauseOf", { name })}
          />
          <ChangeEndpoint
            endpointId={endpointId}
            name={name}
            initial={{ url, description, events: [...events] }}
            events={WEBHOOK_EVENTS}
            change={changeEndpointAction}
          />
          <RotateSecret endpointId={endpointId} name={name} rotate={rotateSecretAction} />
          <ActButton
            action={removeEndpointAction}
            input={{ endpointId }}
            label={t("remove")}
            aria-label={t("removeTitle", { name })}
            ask={{ title: t("removeTitle", { name }), text: t("removeText") }}
            done={t("removed")}
          />
        </div>
        <EndpointDeliveries name={name} deliveries={endpoint.deliveries} />
      </div>
    </Panel>
  );
}
