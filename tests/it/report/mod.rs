//! The figures, the lists behind them, and the forms in which they leave.

mod activity;
mod campaigns;
mod follow;
mod forms;
mod groups;
mod lists;
mod moments;
mod needs;
mod past;
mod people;
mod quota;
