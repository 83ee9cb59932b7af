/**
 * What people do on a page before its script runs. A slow phone shows a form seconds before React has taken it over:
 * a click on its button would then send the form by itself, with what was typed in the address, and what was typed
 * would be overwritten. So a few lines at the head of the page keep both, and the form makes up for them later.
 */
export interface Early {
  /** The last state of every input that was touched: its text, or whether it is ticked. */
  readonly typed: Map<HTMLElement, string | boolean>;
  /** The forms somebody wanted to send, and by which button. */
  readonly sent: Map<HTMLFormElement, HTMLElement | null>;
  /** Buttons of other kinds that were pressed, each once; null from when the page is listened to. */
  pressed: Set<HTMLElement> | null;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/** Marks a form nobody listens to yet. */
export const WAITING = "data-waiting";
/** Marks a form that will be sent as soon as somebody listens. */
export const SENT = "data-sent";

/** Runs in the page, from its own text: may use nothing but its parameters and what browsers have. */
export function listenEarly(waiting: string, marked: string): void {
  const typed: Early["typed"] = new Map();
  const sent: Early["sent"] = new Map();
  const early: Early = { typed, sent, pressed: new Set() };
  window.early = early;
  const keep = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (!input.form?.hasAttribute(waiting) || input.type === "file") return;
    const ticked = input.type === "checkbox" || input.type === "radio";
    typed.set(input, ticked ? input.checked : input.value);
  };
  document.addEventListener(
    "click",
    (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[type=button]");
      if (button !== null && event.isTrusted) early.pressed?.add(button);
    },
    true,
  );
  document.addEventListener("input", keep, true);
  document.addEventListener("change", keep, true);
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.hasAttribute(waiting)) return;
      event.preventDefault();
      form.setAttribute(marked, "");
      sent.set(form, event.submitter);
    },
    true,
  );
}

/** Presses the buttons that were pressed before; from now on the page hears for itself. */
export function pressAgain(early: Early | undefined): void {
  const pressed = early?.pressed;
  if (!early || !pressed) return;
  early.pressed = null;
  for (const button of pressed) if (button.isConnected) button.click();
}

/** Does to the form, now that it is listened to, what was done to it before: the same events, in the same order. */
export function makeUp(form: HTMLFormElement, early: Early | undefined): void {
  form.removeAttribute(WAITING);
  form.removeAttribute(SENT);
  if (early === undefined) return;
  for (const [element, state] of early.typed) {
    const input = element as HTMLInputElement;
    if (input.form !== form) continue;
    early.typed.delete(element);
    enter(input, state);
  }
  const submitter = early.sent.get(form);
  if (submitter === undefined) return;
  early.sent.delete(form);
  form.requestSubmit(submitter);
}

/** As if it were typed or ticked just now. A radio button that was left again says nothing. */
function enter(input: HTMLInputElement, state: string | boolean): void {
  if (typeof state === "boolean") {
    if (input.checked === state || (input.type === "radio" && !state)) return;
    input.click();
    return;
  }
  // React listens at the element itself for values set by scripts; the prototype's setter goes past it.
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value") ?? {};
  set?.call(input, state);
  input.dispatchEvent(new Event(input.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}
