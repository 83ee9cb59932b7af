ALTER TABLE `staff_factors` ADD `session_id` text;
