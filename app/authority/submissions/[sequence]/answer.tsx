import { getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { SubmissionView } from "@/lib/authority/sandbox/usecases/read-submission";
import type { Labels } from "../../labels";

type Props = { view: SubmissionView; labels: Labels };

/** How it ended: the numbers, or what was wrong. */
export async function Answer({ view, labels }: Props) {
  const t = await getTranslations("authority.submission");
  if (view.numbers) {
    const numbers = Object.entries(view.numbers.services).map(([id, number]) => ({
      id,
      label: labels.subject(`services[${id}]`),
      value: <Code copy={number}>{number}</Code>,
    }));
    const entity = view.numbers.entity;
    return (
      <Panel title={t("numbers")}>
        <DescriptionList
          items={[
            { id: "entity", label: t("entityNumber"), value: <Code copy={entity}>{entity}</Code> },
            ...numbers,
          ]}
        />
      </Panel>
    );
  }
  if (view.struck.length > 0)
    return (
      <Panel title={t("struck")}>
        <ul className="flex flex-col gap-1">
          {view.struck.map((number) => (
            <li key={number}>
              <Code copy={number}>{number}</Code>
            </li>
          ))}
        </ul>
      </Panel>
    );
  if (view.rejected.length === 0) return null;
  return (
    <Panel title={t("rejected")}>
      <ol className="flex flex-col">
        {view.rejected.map((item) => (
          <li key={`${item.code} ${item.target}`} className="border-b border-line py-3 last:border-0">
            <p className="font-semibold">{labels.reason(item.code)}</p>
            <p className="text-small text-muted">{labels.target(item.target)}</p>
            {item.text && <p className="mt-1">{item.text}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
