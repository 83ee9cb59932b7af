ALTER TABLE `inspections` ADD `letter` text;--> statement-breakpoint
ALTER TABLE `inspections` ADD `opened_by` text;--> statement-breakpoint
ALTER TABLE `inspections` ADD `sent_back` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `inspections` SET
	`opened_by` = (SELECT e.`user_id` FROM `inspection_events` e WHERE e.`inspection_id` = `inspections`.`id` AND e.`seq` = 1 AND e.`actor_kind` = 'staff'),
	`sent_back` = EXISTS (SELECT 1 FROM `inspection_events` e WHERE e.`inspection_id` = `inspections`.`id` AND e.`type` = 'not_fixed');
