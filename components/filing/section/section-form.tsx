"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FieldNotes } from "@/components/form/field-context";
import { Form } from "@/components/form/form";
import { SaveState } from "@/components/form/save-state";
import { FormFoot, SectionLayout } from "@/components/form/section-layout";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { AdviceRail } from "./advice-rail";
import { ConflictBanner } from "./conflict-banner";
import type { PageView } from "./page-view";
import { SectionCorrections } from "./section-corrections";
import type { SectionActions, SectionState } from "./section-state";
import { SignInAgain } from "./sign-in-again";

type Props<F extends FieldValues> = {
  view: PageView;
  state: SectionState<F>;
  actions: SectionActions;
  children: ReactNode;
  /** Beside the form above the advice; before the form on narrow screens. */
  aside?: ReactNode;
};

/** The frame of one page of the form: what is wrong on top, the fields, advice beside, saving and going on below. */
export function SectionForm<F extends FieldValues>({ view, state, actions, children, aside }: Props<F>) {
  const t = useTranslations("sections.form");
  const { form, saver, errors, attempt, advice, leaving, proceed, take } = state;
  const back = `/console/orders/${view.order.id}`;
  return (
    <FormProvider {...form}>
      <Form onSubmit={proceed}>
        <SectionLayout
          lead={aside}
          rail={<AdviceRail findings={advice} province={view.around.entity.province} />}
        >
          <ErrorSummary errors={errors} attempt={attempt} />
          <SectionCorrections
            orderId={view.order.id}
            corrections={view.corrections}
            answer={actions.answer}
          />
          {saver.status.state === "conflict" && (
            <ConflictBanner
              payload={saver.status.payload}
              url={`/api/orders/${view.order.id}/draft`}
              section={view.section}
              mine={state.current}
              saver={saver}
              take={take}
            />
          )}
          <SignInAgain open={saver.status.state === "unauthenticated"} onDone={saver.resume} />
          <fieldset
            disabled={!view.order.editable}
            className="flex min-w-0 flex-col gap-8 rounded-panel border border-line bg-surface px-4 py-6 sm:px-8"
          >
            <FieldNotes value={state.notes}>{children}</FieldNotes>
          </fieldset>
        </SectionLayout>
        <FormFoot state={<SaveState status={saver.status} />}>
          {errors.length > 0 && (
            <Link href={view.next} className="link px-2 py-1.5 max-sm:hidden">
              {t("later")}
            </Link>
          )}
          <Link href={back} className="px-3 py-1.5 font-semibold text-accent hover:underline">
            {t("back")}
          </Link>
          <Button type="submit" variant="primary" loading={leaving}>
            {t("continue")}
            <ArrowRight aria-hidden />
          </Button>
        </FormFoot>
      </Form>
    </FormProvider>
  );
}
