import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { GroupChange } from "@/lib/filing/application/changes";
import type { ChangesView } from "@/lib/usecases/orders/round-changes";
import { ChangedField } from "./changed-field";

/** What is said and shown otherwise than in an earlier round: each answer with what it was. */
export function Changes({ changes }: { changes: ChangesView }) {
  const t = useTranslations("orders.changes");
  return (
    <Panel title={t("title", { round: changes.round })}>
      <ChangeList changes={changes} />
    </Panel>
  );
}

/** The same without a panel around it. */
export function ChangeList({ changes }: { changes: ChangesView }) {
  const t = useTranslations("orders.changes");
  const names = useTranslations("materials");
  const reasons = useTranslations("rejections");
  const { groups, files, answers } = changes;
  return (
    <>
      {groups.length + files.length + answers.length === 0 && <p className="text-muted">{t("none")}</p>}
      <div className="flex flex-col gap-5">
        {groups.map((group) => (
          <Group key={group.subject} group={group} />
        ))}
        {files.length > 0 && (
          <section>
            <h3 className="mb-1 text-base font-semibold">{t("files")}</h3>
            <ul>
              {files.map(({ code, subject, title, change }) => (
                <li key={code + subject} className="flex flex-wrap items-center gap-2 py-1">
                  {names(`${code}.name` as never)} <span className="text-muted">{title}</span>
                  <Tag plain tone="you">
                    {t(change)}
                  </Tag>
                </li>
              ))}
            </ul>
          </section>
        )}
        {answers.length > 0 && (
          <section>
            <h3 className="mb-1 text-base font-semibold">{t("answers")}</h3>
            <ul>
              {answers.map(({ id, code, pictures }) => (
                <li key={id} className="flex flex-wrap items-center gap-2 py-1">
                  {reasons(`${code}.name` as never)}
                  <Tag plain tone="you">
                    {t("answerPictures", { count: pictures })}
                  </Tag>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Group({ group }: { group: GroupChange }) {
  const t = useTranslations("orders");
  const { kind, title, change, fields } = group;
  return (
    <section>
      <h3 className="mb-1 flex flex-wrap items-center gap-2 text-base font-semibold">
        {[t(`check.kind.${kind}`), title].filter(Boolean).join(" · ")}
        {change !== "changed" && (
          <Tag plain tone="you">
            {t(`changes.${change}`)}
          </Tag>
        )}
      </h3>
      {change === "changed" && (
        <dl>
          {fields.map((field) => (
            <ChangedField key={field.path} field={field} />
          ))}
        </dl>
      )}
    </section>
  );
}
