/** What a stretch of days off is for; `mid-autumn-national` is one stretch for both. */
export type Holiday =
  | "new-year"
  | "spring-festival"
  | "qingming"
  | "labour"
  | "dragon-boat"
  | "mid-autumn"
  | "national"
  | "mid-autumn-national";

/**
 * Days off and make-up working days, one record per year as the State Council's notice lists them. When a notice is
 * published (usually in November), replace the estimate of that year by its dates and name it in `notice`.
 */
export interface HolidayYear {
  readonly status: "published" | "estimated";
  /** Document number and date of the notice; for estimates what they rest on. */
  readonly notice: string;
  /** Days off, first and last day `MM-DD`; weekends inside need not be left out. */
  readonly off: readonly (readonly [from: string, to: string, name: Holiday])[];
  /** Weekend days that are worked, `MM-DD`. */
  readonly worked: readonly string[];
}

export const HOLIDAYS: Readonly<Record<number, HolidayYear>> = {
  2024: {
    status: "published",
    notice: "国务院办公厅关于2024年部分节假日安排的通知, 国办发明电〔2023〕7号, 2023-10-25",
    off: [
      ["01-01", "01-01", "new-year"],
      ["02-10", "02-17", "spring-festival"],
      ["04-04", "04-06", "qingming"],
      ["05-01", "05-05", "labour"],
      ["06-10", "06-10", "dragon-boat"],
      ["09-15", "09-17", "mid-autumn"],
      ["10-01", "10-07", "national"],
    ],
    worked: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
  },
  2025: {
    status: "published",
    notice: "国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号, 2024-11-12",
    off: [
      ["01-01", "01-01", "new-year"],
      ["01-28", "02-04", "spring-festival"],
      ["04-04", "04-06", "qingming"],
      ["05-01", "05-05", "labour"],
      ["05-31", "06-02", "dragon-boat"],
      ["10-01", "10-08", "mid-autumn-national"],
    ],
    worked: ["01-26", "02-08", "04-27", "09-28", "10-11"],
  },
  2026: {
    status: "published",
    notice: "国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 2025-11-04",
    off: [
      ["01-01", "01-03", "new-year"],
      ["02-15", "02-23", "spring-festival"],
      ["04-04", "04-06", "qingming"],
      ["05-01", "05-05", "labour"],
      ["06-19", "06-21", "dragon-boat"],
      ["09-25", "09-27", "mid-autumn"],
      ["10-01", "10-07", "national"],
    ],
    worked: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  },
  /** Statutory days (lunar ones computed) with the days in lieu a weekend owes; make-up days are unknown. */
  2027: {
    status: "estimated",
    notice: "全国年节及纪念日放假办法, 国务院令第795号, 2025-01-01",
    off: [
      ["01-01", "01-01", "new-year"],
      ["02-05", "02-10", "spring-festival"],
      ["04-05", "04-05", "qingming"],
      ["05-01", "05-04", "labour"],
      ["06-09", "06-09", "dragon-boat"],
      ["09-15", "09-15", "mid-autumn"],
      ["10-01", "10-05", "national"],
    ],
    worked: [],
  },
};

/** What every other year has for certain: the statutory days of the solar calendar. */
export const FIXED_DAYS_OFF: readonly string[] = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
