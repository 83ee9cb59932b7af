export { chinaCalendar } from "./calendar";
export * from "./time";
