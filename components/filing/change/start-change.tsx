"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox, RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { CHANGE_ABOUT } from "@/lib/filing/change/consequences";
import { refusalText } from "@/lib/messages/refusal-text";
import type { ChangeStartView } from "@/lib/usecases/changes/get-change-start";
import type { Action } from "../actions";

type Props = {
  view: ChangeStartView;
  /** Parts chosen on the way here. */
  chosen: { readonly entity: boolean; readonly services: readonly string[] };
  start: Action<{ orderId: string; widened: boolean }>;
};

/** Which parts change; the order type follows from them. */
export function StartChange({ view, chosen, start }: Props) {
  const t = useTranslations("change.start");
  const why = useTranslations("filed.doing.why");
  const types = useTranslations("orderTypes");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [organiser, setOrganiser] = useState(chosen.entity && view.why === null);
  const [services, setServices] = useState(chosen.services);
  const [about, setAbout] = useState<string>("other");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const widened = view.undated && services.length > 0;
  const entity = organiser || widened;
  const type =
    services.length === 0 ? (entity ? "CHANGE_ENTITY" : null) : entity ? "CHANGE_FILING" : "CHANGE_SERVICE";
  const left = view.services.filter(
    ({ id, number }) => !services.includes(id) && view.sharedLeads.includes(number),
  );

  async function submit() {
    if (busy) return;
    if (type === null) return setRefused(t("nothing"));
    // What has consequences begins with them; there is the way on, and a reviewer to ask.
    if (entity && about !== "other")
      return router.push(
        `/console/filings/${view.entityId}/change/before?about=${about}${services.map((id) => `&service=${id}`).join("")}`,
      );
    setBusy(true);
    setRefused(null);
    try {
      const answer = await start({ entityId: view.entityId, entity, services });
      if (answer.ok) return router.push(`/console/orders/${answer.value.orderId}`);
      setRefused(refusalText(errors, answer.error));
      router.refresh();
    } catch (error) {
      toast(errors("busy.text"), "refused");
      throw error;
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form
      onSubmit={submit}
      onChange={() => setRefused(null)}
      aria-label={t("title")}
      className="flex max-w-[48rem] flex-col gap-6 rounded-panel border border-line bg-surface px-4 py-6 sm:px-8"
    >
      {refused !== null && (
        <Notice tone="refused" role="alert">
          {refused}
        </Notice>
      )}
      <fieldset className="flex flex-col gap-1">
        <legend className="text-h3">{t("organiser")}</legend>
        <Checkbox
          name="entity"
          label={view.unitName ?? t("person")}
          hint={view.why === null ? t("organiserText") : why(view.why)}
          checked={entity}
          disabled={view.why !== null || widened}
          onChange={(event) => setOrganiser(event.target.checked)}
        />
        {widened && (
          <Notice tone="you" role="status">
            {t("undated")}
          </Notice>
        )}
        {entity && left.length > 0 && (
          <Notice tone="neutral" role="status">
            {t("sharedLead", { services: left.map(({ name }) => name).join(t("comma")) })}
          </Notice>
        )}
        {entity && (
          <FormField name="about" label={t("about")} group stacked>
            <RadioGroup
              look="plain"
              name="about"
              defaultValue={about}
              onChange={(event) => setAbout((event.target as HTMLInputElement).value)}
              options={[...CHANGE_ABOUT, "other"].map((value) => ({
                value,
                label: t(`aboutOf.${value as (typeof CHANGE_ABOUT)[number] | "other"}`),
              }))}
            />
          </FormField>
        )}
        {entity && about === "name" && view.nameLetter && <p className="text-muted">{t("nameLetter")}</p>}
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="text-h3">{t("services")}</legend>
        {view.services.map(({ id, number, kind, name, domains, why: reason }) => (
          <Checkbox
            key={id}
            name={id}
            label={
              <>
                {name} <span className="text-muted">{t(`kind.${kind}`)}</span>
              </>
            }
            hint={
              <>
                <span className="font-mono break-all">{[number, ...domains].join(" · ")}</span>
                {reason !== null && <span className="block">{why(reason)}</span>}
              </>
            }
            checked={services.includes(id)}
            disabled={reason !== null}
            onChange={({ target }) =>
              setServices((before) => (target.checked ? [...before, id] : before.filter((one) => one !== id)))
            }
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
        <p role="status" className="min-w-0">
          {type === null ? (
            <span className="text-muted">{t("choose")}</span>
          ) : (
            <>
              <span className="font-semibold">{types(`${type}.label`)}</span>{" "}
              <span className="text-muted">{t("reachable")}</span>
            </>
          )}
        </p>
        <Button type="submit" variant="primary" size="large" loading={busy}>
          {t(entity && about !== "other" ? "toBefore" : "begin")}
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </Form>
  );
}
