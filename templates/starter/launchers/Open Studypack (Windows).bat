@echo off
rem Opens the packs in this folder in your browser. Double-click it on Windows. It is text: you can read what it does.

cd /d "%~dp0"

where node >nul 2>nul
if errorlevel 1 goto no_node

node -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)"
if errorlevel 1 goto old_node

call npx --no-install studypack --version >nul 2>nul
if errorlevel 1 goto no_studypack

call npx --no-install studypack open
if errorlevel 1 goto failed
exit /b 0

:no_node
echo.
echo Studypack needs Node, a free program, and this computer does not have it yet.
goto get_node

:old_node
echo.
echo Studypack needs a newer Node than this computer has: 20.19 or later. It has
call node --version

:get_node
echo.
echo   1. Go to https://nodejs.org
echo   2. Download the version marked LTS, and install it as you would any other program.
echo   3. Double-click this file again.
goto stop

:no_studypack
echo.
echo Studypack is not installed in this folder, nor in one that this folder is in.
echo.
echo   If somebody gave you this folder, ask for the file studypack-....tgz as well. Put it into this folder, and type:
echo.
echo     npm install FILE
echo.
echo   with the name of that file in place of FILE. Then double-click this file again.
echo.
cmd /k
exit /b 1

:failed
echo.
echo Studypack could not go on. What is wrong is said above.

:stop
echo.
pause
exit /b 1
