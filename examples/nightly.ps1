# A nightly batch, as nightly.sh, for Windows: takes in the lists of a folder, then verifies what waits by rules.
#
#   powershell -File nightly.ps1 OFFICE_FILE RULES INBOX
#
# Lists that were taken go to INBOX\done, those that cannot be read to INBOX\failed, and the night goes on; faulty rows lie
# in INBOX as NAME.rejects.csv. What was decided is in INBOX\decisions-DATE.jsonl, one line each; what the night did, for
# whoever comes in the morning, in INBOX\report-DATE.txt. Nothing that lies there is overwritten. Only its owner can read it:
# on Windows by the rights of the inbox, which is to be a folder of the account that the night runs under.
# One batch at a time: a lock lies beside the office file.
# Exit codes: 0 all done; 1 done, and somebody should look at lists, at rows or at needs that are held; 2 the command line;
# 5 the office file or another batch is busy; else what stopped the night: 3 refused, 4 the office file is damaged, 70 the
# program itself. SHUANGWEI names the program. Windows PowerShell 5.1 or PowerShell 7.
param([string]$Office, [string]$Rules, [string]$Inbox)
$ErrorActionPreference = 'Stop'

if (-not $Office -or -not $Rules -or -not $Inbox -or $args.Count -gt 0) {
    [Console]::Error.WriteLine('usage: nightly.ps1 OFFICE_FILE RULES INBOX')
    exit 2
}
$program = if ($env:SHUANGWEI) { $env:SHUANGWEI } else { 'shuangwei' }
$lock = "$Office.nightly"
$today = Get-Date -Format 'yyyy-MM-dd'
$report = Join-Path $Inbox "report-$today.txt"
$decisions = Join-Path $Inbox "decisions-$today.jsonl"
$utf8 = New-Object System.Text.UTF8Encoding($false)
$onWindows = [System.IO.Path]::DirectorySeparatorChar -eq '\'

# When a process began: a number alone may have been given to another one since.
function Began($number) {
    $process = Get-Process -Id $number -ErrorAction SilentlyContinue
    if (-not $process) { return '' }
    if (-not $onWindows) { return ((& ps -o lstart= -p $number) -join '').Trim() }
    return $process.StartTime.ToUniversalTime().ToString('o')
}

function Read-Line($path) {
    if (Test-Path -LiteralPath $path) { return ([System.IO.File]::ReadAllText($path)).Trim() }
    return ''
}

# A file of ours, made for its owner alone where the system has modes.
function Open-Private($path) {
    if (-not (Test-Path -LiteralPath $path)) {
        [System.IO.File]::WriteAllText($path, '', $utf8)
        if (-not $onWindows) { & chmod 600 $path }
    }
}

function Say($line) { [System.IO.File]::AppendAllText($report, "$line`n", $utf8) }

# Runs the program: what it answers is added to one file, what it says to the report. The exit code.
function Invoke-Shuangwei([string[]]$words, $answer) {
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $program
    $start.Arguments = ($words | ForEach-Object { '"' + $_ + '"' }) -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $utf8
    $start.StandardErrorEncoding = $utf8
    $process = [System.Diagnostics.Process]::Start($start)
    $message = $process.StandardError.ReadToEndAsync()
    $written = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    [System.IO.File]::AppendAllText($answer, $written, $utf8)
    [System.IO.File]::AppendAllText($report, $message.Result, $utf8)
    return $process.ExitCode
}

# Moves a file into a folder under a name that is free there.
function Move-Away($list, $folder) {
    if (-not (Test-Path -LiteralPath $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
    $to = Join-Path $folder $list.Name
    $number = 2
    while (Test-Path -LiteralPath $to) {
        $to = Join-Path $folder "$($list.BaseName)-$number$($list.Extension)"
        $number++
    }
    Move-Item -LiteralPath $list.FullName -Destination $to
}

# A folder is made by one only. One whose batch is gone, after a power cut, is taken over.
try {
    New-Item -ItemType Directory -Path $lock -ErrorAction Stop | Out-Null
} catch {
    $owner = Read-Line (Join-Path $lock 'pid')
    $since = Read-Line (Join-Path $lock 'began')
    $now = if ($owner) { Began $owner } else { '' }
    if (-not $owner -or ($now -and (-not $since -or $now -eq $since))) {
        [Console]::Error.WriteLine("nightly: another batch is at work ($lock); if none is, remove that folder")
        exit 5
    }
}

$worst = 0
$unread = @()
try {
    [System.IO.File]::WriteAllText((Join-Path $lock 'began'), (Began $PID), $utf8)
    [System.IO.File]::WriteAllText((Join-Path $lock 'pid'), "$PID", $utf8)
    Open-Private $report
    Open-Private $decisions
    Say "$(Get-Date -Format 'yyyy-MM-dd HH:mm') $Office"
    $lists = Get-ChildItem -LiteralPath $Inbox -File | Sort-Object Name | Where-Object {
        $_.Extension -in '.csv', '.xlsx', '.xls', '.ods' -and
        $_.Name -notmatch '\.rejects(-\d+)?\.(csv|xlsx)$' -and
        -not $_.Name.StartsWith('~$') -and -not $_.Name.StartsWith('.')
    }
    foreach ($list in $lists) {
        Say ''
        Say $list.Name
        $code = Invoke-Shuangwei @('--db', $Office, 'collect', 'wishes', $list.FullName) $report
        switch ($code) {
            0 { Move-Away $list (Join-Path $Inbox 'done') }
            1 { $worst = 1; Move-Away $list (Join-Path $Inbox 'done') }
            # This list cannot be read, or is of another kind: the others can. Or nothing can, which the end of the night shows.
            { $_ -in 2, 3 } { $worst = 1; $unread += $list }
            default { Say "stopped with $code"; exit $code }
        }
    }
    Say ''
    Say 'verify --rules'
    $words = @('--db', $Office, 'verify', '--rules', $Rules, '--format', 'jsonl', '--fail-on', 'reject,hold')
    $code = Invoke-Shuangwei $words $decisions
    if ($code -notin 0, 1) { Say "stopped with $code"; exit $code }
    if ($code -eq 1) { $worst = 1 }
    foreach ($list in $unread) { Move-Away $list (Join-Path $Inbox 'failed') }
    Say "ended with $worst"
} finally {
    Remove-Item -LiteralPath $lock -Recurse -Force -ErrorAction SilentlyContinue
}
exit $worst
